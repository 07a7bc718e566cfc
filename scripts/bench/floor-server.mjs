// The least a server can do with a form post: read the JSON, insert it durably, answer.   MONGODB_URI
import express from 'express';
import { MongoClient } from 'mongodb';

const client = await new MongoClient(process.env.MONGODB_URI).connect();
const posts = client.db().collection('posts', { writeConcern: { w: 'majority', journal: true } });
const app = express();

app.post('/post', express.json(), async (request, response) => {
  const { insertedId } = await posts.insertOne(request.body);
  response.json({ id: insertedId, status: 'new' });
});

const server = app.listen(0, '127.0.0.1', () => process.send({ ready: true, port: server.address().port }));
